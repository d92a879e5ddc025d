/** Several wordings of one document in an article, and what keeps two documents apart. */
import { test } from 'node:test';
import { checkAgreements } from './agreements-check.ts';

const LEAD =
  'بغداد وأنقرة توقعان مذكرة تفاهم أمنية\n\nوقع وزير الداخلية العراقي سالم كريم ونظيره التركي مراد يلدز في بغداد مذكرة تفاهم أمنية.\n\n';
const ASIDE = 'وكان البلدان قد وقعا عام 2009 مذكرة تفاهم تجارية في شنقاف.';

test('behind an aside the noun alone means the news again in a paragraph of its own, the aside in the same', () => {
  const news = ['مذكرة تفاهم أمنية', 'مذكرة تفاهم أمنية'];
  checkAgreements(
    `${LEAD}${ASIDE}\n\nوقال الوزير التركي إن المذكرة خطوة أولى.`,
    { mentions: [...news, 'المذكرة'] },
    { mentions: ['مذكرة تفاهم تجارية'] },
  );
  checkAgreements(
    `${LEAD}${ASIDE} وقال الوزير التركي إن المذكرة خطوة أولى.`,
    { mentions: news },
    { mentions: ['مذكرة تفاهم تجارية', 'المذكرة'] },
  );
  checkAgreements(
    `${LEAD}${ASIDE}\n\nونصت المذكرة على فتح معبر ثان.`,
    { mentions: news },
    { mentions: ['مذكرة تفاهم تجارية', 'المذكرة'] },
  );
});

test('another noun than that of the news means what was called by it', () => {
  checkAgreements(
    `${LEAD}وكان البلدان قد وقعا عام 2009 اتفاقية تجارية في شنقاف.\n\nوقال الوزير التركي إن الاتفاقية لم تنفذ.`,
    { mentions: ['مذكرة تفاهم أمنية', 'مذكرة تفاهم أمنية'] },
    { mentions: ['اتفاقية تجارية', 'الاتفاقية'] },
  );
});

test('«الاتفاقية الجديدة» is the treaty of the lead, and not one named in passing', () => {
  checkAgreements(
    'بغداد 5 مايو 2021\n\nوقع العراق وتركيا في بغداد معاهدة صداقة. وهي تختلف عن معاهدة الصداقة التي وقعتها تركيا مع الأردن عام 2009.\n\nوقال الوزير إن الاتفاقية الجديدة ليست موجهة ضد أحد.',
    { mentions: ['معاهدة صداقة', 'الاتفاقية الجديدة'] },
    { mentions: ['معاهدة الصداقة'] },
  );
});
