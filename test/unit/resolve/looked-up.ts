/** Names that are looked up, counted: what an answer costs without a clock. */
import type { State } from '../../../server/src/resolve/state.ts';

/** Family names that no two people share. */
export const FAMILIES: readonly string[] = [...'بتجحدرزسشص'].flatMap((first) =>
  [...'فقكلمنطعغهض'].map((last) => `ال${first}ا${last}ي`),
);

/** The state, and how often persons of a name were asked of it. */
export function counted(state: State): { readonly state: State; readonly looked: () => number } {
  let looked = 0;
  const person = new Proxy(state.nodes.person, {
    get(target, name) {
      if (name === 'get') looked++;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  }) as State['nodes']['person'];
  return { state: { ...state, nodes: { ...state.nodes, person } }, looked: () => looked };
}
