/** The form of a run: in full by `npm run test:hostile`, else short, as a part of `npm test`. */
export const isFull = process.env.FIHRIS_HOSTILE === 'full';

/** All, or in the short form every so many. */
export const some = <Item>(items: readonly Item[], every = 6): readonly Item[] =>
  isFull ? items : items.filter((_, index) => index % every === 0);
