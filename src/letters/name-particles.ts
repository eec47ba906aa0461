/** The small words of Dutch and other surnames: `van der Burg`, `El Haven`. Printed small behind a first name or initials. */
const particles = "van der den de ten ter te von du la el al bin in op ’t 't ‘t".split(" ");

/** Any one of them in small letters. A pattern. */
export const smallParticle = `(?:${particles.join("|")})`;

/** Any one of them, as a name begins with it where nothing stands before it: `Van der Burg`. A pattern. */
export const anyParticle = `(?:${particles.map((word) => word.replace(/\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`)).join("|")})`;

const known = new Set(particles);

/** Whether a word, in small letters, is one of them; `in` and `op`, which are mostly something else, are not told. */
export function isNameParticle(word: string): boolean {
  return known.has(word) && word !== "in" && word !== "op";
}
