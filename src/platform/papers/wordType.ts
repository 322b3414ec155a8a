/** The type of a Word file; apart from what writes one, which only who makes a file loads. */
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
