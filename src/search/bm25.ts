/**
 * BM25: how soon more of the same word stops counting (`k`, from 0), and how much a long passage is held against it
 * (`b`, 0 to 1).
 */
export const bm25 = { k: 1.3, b: 0.85 };
