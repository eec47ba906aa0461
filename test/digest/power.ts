/** What ends everything at once, as a power cut does. */
export class PowerCut extends Error {}

/**
 * Power that may go off before or after any call of what hangs on it; from then on every call fails until it is back.
 * What the caller has in memory is then to be thrown away.
 */
export class Power {
  isOff = false;
  readonly #fails: () => boolean;

  constructor(fails: () => boolean) {
    this.#fails = fails;
  }

  /** The same thing, hanging on this power. */
  supply<Thing extends object>(thing: Thing): Thing {
    return new Proxy(thing, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          this.#maybeCut();
          const result = Reflect.apply(value, target, given);
          if (!(result instanceof Promise)) {
            this.#maybeCut();
            return result;
          }
          return result.then((answer) => {
            this.#maybeCut();
            return answer;
          });
        };
      },
    });
  }

  #maybeCut(): void {
    this.isOff ||= this.#fails();
    if (this.isOff) throw new PowerCut("the power is off");
  }
}
