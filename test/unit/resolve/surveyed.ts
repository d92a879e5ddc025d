import type { AgreementEntity, Resolution } from '../../../server/src/resolve/entities.ts';
import { atOnce } from '../../../server/src/resolve/steps.ts';

/** All that is asked of a whole corpus, at once. `most`: see `Survey.prominent`. */
export function surveyed(resolution: Resolution, most = 3) {
  const survey = resolution.survey();
  const tenures = atOnce(survey.tenures());
  const encounters = atOnce(survey.encounters());
  const agreements: AgreementEntity[] = [];
  atOnce(survey.agreements((agreement) => agreements.push(agreement)));
  const prominent = (['person', 'office', 'organization'] as const).flatMap((kind) =>
    atOnce(survey.prominent(kind, most, null)).map((id) => [id, survey.mentioning(id).toSorted()] as const),
  );
  return { tenures, encounters, agreements: agreements.map(({ id }) => id), prominent };
}
