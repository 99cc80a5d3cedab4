/** The only way in which the product asks for the time. The real one is made in `main.ts`; tests give a fixed one. */
export interface Clock {
  /** The present moment. */
  now(): Date;
}
