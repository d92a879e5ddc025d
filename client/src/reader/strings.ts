import { l10n } from 'vscode';
import type { Kind, ReaderStrings } from './messages.ts';

export function kindNames(): Readonly<Record<Kind, string>> {
  return {
    person: l10n.t('person'),
    office: l10n.t('office'),
    organization: l10n.t('organisation'),
    place: l10n.t('place'),
    agreement: l10n.t('agreement'),
    date: l10n.t('date'),
  };
}

export function readerStrings(): ReaderStrings {
  return {
    kinds: kindNames(),
    kindGroups: {
      person: l10n.t('People'),
      office: l10n.t('Offices'),
      organization: l10n.t('Organisations'),
      place: l10n.t('Places'),
      agreement: l10n.t('Agreements'),
      date: l10n.t('Dates'),
    },
    filter: l10n.t('Marks'),
    open: l10n.t('not identified'),
    only: l10n.t('Only {0}'),
    all: l10n.t('Show all marks again'),
    larger: l10n.t('Larger text'),
    smaller: l10n.t('Smaller text'),
    wider: l10n.t('Wider lines'),
    narrower: l10n.t('Narrower lines'),
    aside: l10n.t('Around the article: {0}'),
    inferred: l10n.t('not stated in the text'),
    undated: l10n.t('undated'),
    card: l10n.t('Card: {0}'),
    concordance: l10n.t('Concordance'),
    dossier: l10n.t('Dossier'),
    loading: l10n.t('The article is being read…'),
    notRecognized: l10n.t('Fihris has nothing to say about this text: it is not an article of a corpus.'),
    noMention: l10n.t('No mention is chosen here.'),
    empty: l10n.t('This file is empty.'),
  };
}
