/** The page of an official document by GB/T 9704-2012: measures in PDF points (1/72 inch), converted from the millimetres of the standard. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export const paper = {
  width: 595.28,
  height: 841.89,
  /** 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm (5.2.1). */
  left: mm(28),
  top: mm(37),
  textWidth: mm(156),
  textHeight: mm(225),
  /** 每面排 22 行 (5.2.3). */
  pitch: mm(225) / 22,
  /** 3号, set so that 28 characters fill a line exactly (5.2.3). */
  body: mm(156) / 28,
  /** 2号 for titles, 小四 for tables, 4号 for page numbers, small print. */
  title: 22,
  table: 12,
  pageNumber: 14,
  small: 9,
  red: [0xd7, 0x00, 0x0f] as Colour,
  black: [0, 0, 0] as Colour,
  grey: [0x66, 0x66, 0x66] as Colour,
} as const;

export type Colour = readonly [red: number, green: number, blue: number];

/** Diameter of a printed seal: 42 mm. */
export const SEAL_DIAMETER = mm(42);
