export const roles = ['clerk'];
