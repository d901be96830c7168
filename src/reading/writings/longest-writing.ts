/** In characters: what is longer is no date and no duration, and is not looked through. */
export const longestWriting = 100;
