import { openCase } from '../cases/open-case.js';

export const describe = (): string => openCase.name;
