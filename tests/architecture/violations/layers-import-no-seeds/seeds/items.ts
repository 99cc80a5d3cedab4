export const items = ['07'];
