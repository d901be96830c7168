/** Names of cells on Definitions that formulas of all sheets refer to. */
export const smallN = 'Small_N';
export const reportDays = 'Report_Days';
