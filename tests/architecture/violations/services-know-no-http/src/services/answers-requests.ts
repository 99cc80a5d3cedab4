import type { Request } from 'express';

export const openCase = (request: Request): unknown => request.body;
