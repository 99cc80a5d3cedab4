export const buttons = ['accept'];
