import { apply } from './english/applying.js';
import { cases } from './english/cases.js';
import { drawFlows } from './english/drawing.js';
import { everybody } from './english/everybody.js';
import { follow } from './english/following.js';
import { forms } from './english/forms.js';
import { office } from './english/office.js';
import { pages } from './english/pages.js';

/** The complete second language: the English of every Chinese text that the pages show. */
export const english: Record<string, string> = { ...apply, ...cases, ...drawFlows, ...everybody, ...follow, ...forms, ...office, ...pages };
