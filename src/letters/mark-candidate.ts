/** A place in the text where a note's mark may stand. Offsets are those of the text searched. */
export interface MarkCandidate {
  number: string;
  start: number;
  end: number;
  /** How sure the place is by itself; only the best sequence over all notes counts. */
  score: number;
  /** Where several marks stand at one place. */
  row?: MarkRow;
}

/** The score of a mark that the sequence must bear out: it counts only between marks of the notes before and after. */
export const lonelyScore = 0.9;

/** The score of a mark that says itself that it is one. */
export const explicitScore = 10;

/**
 * Marks in a row at one place: `antwoorden1,2`, `antwoorden.3, 4`, `antwoorden1 2`. A number that follows a mark is one
 * too only where it is the next number and both notes look for a mark there; alone it may be any number.
 */
export interface MarkRow {
  marks: MarkCandidate[];
  /** Whether the first is a mark only together with the second: `1,2` may be a figure. */
  joined: boolean;
}

/** What can follow a year, or a mark after a blank, that stands in a sentence; nothing that is counted. */
export const goesOn =
  /^(?:\s*$|\s*[.,;:?!)»”"]|\s+(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|en|of|de|het|een|in|op|te|tot|met|van|voor|door|dat|die|waarin|waarbij|waaruit|als|ook|dan|om|aan|bij|naar|over)\b)/;
