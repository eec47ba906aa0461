/**
 * How much a file may cost to read. A real letter is far below every one of these; a file above one is refused with
 * a coded error before it takes the memory or the time of everybody else.
 */

/** Bytes of a file as it comes in: the largest official publication known is under 20 MB. */
export const maxFileBytes = 50 * 1024 * 1024;

/** Bytes of all parts that are unpacked from one Word or ODT file together. */
export const maxUnpackedBytes = 64 * 1024 * 1024;

/** Unpacked size over packed size of one part; XML of a real letter stays under 60, a bomb starts at about 1,000. */
export const maxUnpackRatio = 250;

/** Parts smaller than this are never called a bomb, whatever their ratio: an almost empty style sheet packs well. */
export const ratioFreeBytes = 4 * 1024 * 1024;

/** Entries in one Word or ODT file. */
export const maxZipEntries = 10_000;

/** Characters of one XML or HTML text that is parsed into a tree. */
export const maxMarkupCharacters = 16 * 1024 * 1024;

/** How deep elements may be nested in XML and HTML; deeper is no letter but an attack on the stack. */
export const maxMarkupDepth = 500;

/** Elements in one XML or HTML tree. */
export const maxMarkupElements = 1_000_000;

/** Pages of one PDF. */
export const maxPdfPages = 2_000;

/** Pieces of text in one PDF; a page of a letter has about 100. */
export const maxPdfPieces = 500_000;

/** Characters of the text that comes out of any file: about 3,000 pages. */
export const maxTextCharacters = 10_000_000;

/** Milliseconds that a PDF may take altogether. */
export const maxPdfMilliseconds = 60_000;

/** Bytes that the process may grow by while a PDF is read; a PDF of 2,000 pages takes about 300 MB. */
export const maxPdfBytesHeld = 1024 * 1024 * 1024;

/** How long the thread that reads PDFs waits for the next one. */
export const pdfIdleMilliseconds = 10_000;
