/**
 * How much of a workbook is read before it is refused. A form of a province has some hundred rows; the limits leave a
 * hundredfold room and still keep one upload from filling the memory of the one process.
 */

/** Sizes in bytes or characters, counts in pieces. */
export type ReadingLimits = {
  /** Size of the file as it was sent. */
  readonly maxFileBytes: number;
  /** Inflated size of one archive, as it declares and as it really comes out. */
  readonly maxInflatedBytes: number;
  /** Inflated bytes per packed byte, for parts above one megabyte; real sheets stay under 60. */
  readonly maxRatio: number;
  readonly maxEntries: number;
  readonly maxSheets: number;
  /** Data rows of the whole workbook. */
  readonly maxRows: number;
  /** The rightmost column that may hold a value. */
  readonly maxColumns: number;
  readonly maxSharedStrings: number;
  readonly maxSharedStringBytes: number;
  readonly maxMerges: number;
  /** Excel itself keeps 32,767 characters in a cell. */
  readonly maxCellCharacters: number;
};

export const DEFAULT_LIMITS: ReadingLimits = {
  maxFileBytes: 100_000_000,
  maxInflatedBytes: 300_000_000,
  maxRatio: 200,
  maxEntries: 5_000,
  maxSheets: 100,
  maxRows: 100_000,
  maxColumns: 512,
  maxSharedStrings: 1_000_000,
  maxSharedStringBytes: 96_000_000,
  maxMerges: 50_000,
  maxCellCharacters: 32_767,
};

/** Titles, headings and signatures are not data: the reader lets so many more rows pass, the form then counts exactly. */
export const ROWS_BESIDE_DATA = 500;
