// What verify does unless asked otherwise.

/** How many inputs are drawn for each equation. */
export const DEFAULT_SAMPLES = 1000;
/** The same inputs every time, unless another seed is asked for. */
export const DEFAULT_SEED = 1;
/** The largest size of a vector. */
export const DEFAULT_MAX_SIZE = 1000;
