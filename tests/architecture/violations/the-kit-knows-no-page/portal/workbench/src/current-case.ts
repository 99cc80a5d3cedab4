export const currentCase = '2026-SG-0001';
