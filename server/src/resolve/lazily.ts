/** Work put off until somebody asks for its result, and then done once. */

/** An object whose properties are made when they are first read, and then stay: plain data to whoever reads, copies or prints it. */
export function lazily<Shape extends object>(makers: { readonly [Key in keyof Shape]: () => Shape[Key] }): Shape {
  const object = {} as Shape;
  for (const key of Object.keys(makers) as (keyof Shape & string)[])
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = makers[key]();
        Object.defineProperty(object, key, { enumerable: true, value });
        return value;
      },
    });
  return object;
}

export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
