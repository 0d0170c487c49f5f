/** Of the day theme, as print has it; only what is overdue or has risen is orange. */
export const INK = "#18212f";
export const INK_2 = "#4e5c73";
export const LINE_BLUE = "#174f9c";
export const ORANGE = "#b3480a";
export const HAIRLINE = "#c5cdd9";
export const PALE = "#f1f4f8";
