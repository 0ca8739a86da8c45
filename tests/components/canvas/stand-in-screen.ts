/** The few things of a browser's screen that an editor asks for at once and that jsdom lacks. */
export function standInForScreen(): void {
  const media = {
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  Object.assign(window, {
    matchMedia: () => media,
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
    FontFace: class {
      load(): Promise<this> {
        return Promise.resolve(this);
      }
    },
  });
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: {
      add: () => undefined,
      ready: Promise.resolve(),
      [Symbol.iterator]: () => [][Symbol.iterator](),
    },
  });
}
