import { l10n } from 'vscode';

/** What an agreement is about, by the ids that the server sends (server/src/lexicon/agreements.json). */
export function subjectLabel(subject: string): string {
  switch (subject) {
    case 'agriculture':
      return l10n.t('agriculture');
    case 'border':
      return l10n.t('borders');
    case 'captives':
      return l10n.t('captives');
    case 'culture':
      return l10n.t('culture and tourism');
    case 'defence':
      return l10n.t('defence');
    case 'economy':
      return l10n.t('economy');
    case 'education':
      return l10n.t('education and science');
    case 'energy':
      return l10n.t('energy');
    case 'environment':
      return l10n.t('environment');
    case 'fisheries':
      return l10n.t('fisheries');
    case 'health':
      return l10n.t('health');
    case 'justice':
      return l10n.t('justice');
    case 'labour':
      return l10n.t('labour');
    case 'nuclear':
      return l10n.t('nuclear matters');
    case 'peace':
      return l10n.t('peace and ceasefire');
    case 'relations':
      return l10n.t('diplomatic relations');
    case 'security':
      return l10n.t('security');
    case 'strategic':
      return l10n.t('strategic partnership');
    case 'trade':
      return l10n.t('trade');
    case 'transport':
      return l10n.t('transport');
    case 'travel':
      return l10n.t('travel and visas');
    case 'water':
      return l10n.t('water');
    default:
      return subject;
  }
}
