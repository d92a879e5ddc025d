/** The words of the pictures, in the language of the editor. */
import { l10n } from 'vscode';
import type { NetworkStrings, PictureStrings, TimelineStrings } from './picture-messages.ts';

function pictureStrings(): PictureStrings {
  return {
    whole: l10n.t('The whole corpus'),
    gone: l10n.t('The corpus does not mention this any more.'),
    loading: l10n.t('The picture is being made…'),
    table: l10n.t('Table'),
    picture: l10n.t('Picture'),
    zoomIn: l10n.t('Zoom in'),
    zoomOut: l10n.t('Zoom out'),
    fit: l10n.t('Show all'),
    sortBy: l10n.t('Sort by: {0}'),
    date: l10n.t('Date'),
    kind: l10n.t('Kind'),
    undated: l10n.t('undated'),
  };
}

export function timelineStrings(): TimelineStrings {
  return {
    ...pictureStrings(),
    title: l10n.t('Timeline'),
    keys: l10n.t(
      'Arrow keys move through time, plus and minus zoom, Home shows all. Tab goes to the marks: arrow keys go from one to the next, Enter opens the article, Escape leads back.',
    ),
    earlier: l10n.t('Earlier'),
    later: l10n.t('Later'),
    show: l10n.t('Show'),
    what: l10n.t('What'),
    saveSvg: l10n.t('Save as SVG'),
    nothing: l10n.t('Nothing of these kinds has a date.'),
    inView: l10n.t('{0} of {1} in view'),
    rowsShown: l10n.t('the {0} with the most articles of {1} in view'),
    tooMany: l10n.t('counted; zoom in to see each'),
    undatedSome: l10n.t('Without a date: {0}'),
    inferred: l10n.t('the text does not state the day'),
    planned: l10n.t('planned'),
    denied: l10n.t('denied'),
    vague: l10n.t('only the month or the year is known'),
    legend: l10n.t('Signs'),
    lanes: {
      article: l10n.t('Articles'),
      meeting: l10n.t('Meetings'),
      visit: l10n.t('Visits'),
      call: l10n.t('Calls'),
      agreement: l10n.t('Agreements'),
      tenure: l10n.t('Offices held'),
    },
    marks: {
      article: l10n.t('Article'),
      meeting: l10n.t('Meeting'),
      reception: l10n.t('Reception'),
      visit: l10n.t('Visit'),
      call: l10n.t('Call'),
      planned: l10n.t('planned'),
      negotiated: l10n.t('negotiated'),
      announced: l10n.t('announced'),
      signed: l10n.t('signed'),
      'in force': l10n.t('in force'),
      ended: l10n.t('ended'),
      held: l10n.t('Office held'),
      former: l10n.t('Office held before'),
    },
  };
}

export function networkStrings(): NetworkStrings {
  return {
    ...pictureStrings(),
    title: l10n.t('Network'),
    keys: l10n.t(
      'Arrow keys move the picture, plus and minus zoom, Home shows all. Page Down and Page Up go from name to name; the search finds one. The table has the same as text.',
    ),
    savePng: l10n.t('Save as PNG'),
    nothing: l10n.t('Nothing ties these names in this period.'),
    shown: l10n.t('Names: {0} of {1}; ties: {2} of {3}: of each name the strongest.'),
    search: l10n.t('Find a name'),
    notShown: l10n.t('None of the names shown is like this.'),
    from: l10n.t('From'),
    to: l10n.t('To'),
    any: l10n.t('any'),
    period: l10n.t('Period'),
    showNodes: l10n.t('Names'),
    showTies: l10n.t('Ties'),
    only: l10n.t('Only this and its neighbours'),
    all: l10n.t('Back to all'),
    dossier: l10n.t('Dossier'),
    timeline: l10n.t('Timeline'),
    evidence: l10n.t('Evidence'),
    choose: l10n.t('Choose a name or a tie to read what it rests on.'),
    evidenceSome: l10n.t('The first {0} of {1} sentences.'),
    one: l10n.t('One'),
    other: l10n.t('Other'),
    name: l10n.t('Name'),
    strength: l10n.t('Strength'),
    articles: l10n.t('Articles'),
    nodesTable: l10n.t('Names and how many articles mention them'),
    tiesTable: l10n.t('Ties and their strength'),
    width: l10n.t('The thicker, the more often.'),
    nodes: { person: l10n.t('People'), office: l10n.t('Offices'), organization: l10n.t('Bodies') },
    ties: {
      article: l10n.t('in the same articles'),
      meeting: l10n.t('met, visited, called'),
      signature: l10n.t('signed together'),
      tenure: l10n.t('holds the office'),
    },
  };
}
