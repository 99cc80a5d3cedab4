export const day = '2026-03-02';
