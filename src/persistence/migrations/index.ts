import { Initial0001 } from './0001-initial.js';
import { LegalActs0002 } from './0002-legal-acts.js';
import { Gestures0003 } from './0003-gestures.js';
import { Countersigning0004 } from './0004-countersigning.js';
import { MovingCases0005 } from './0005-moving-cases.js';
import { Deputies0006 } from './0006-deputies.js';
import { ThirdParties0007 } from './0007-third-parties.js';
import { Lists0008 } from './0008-lists.js';
import { FlowEvents0009 } from './0009-flow-events.js';

/** All migrations in order; one list for every database. */
export const migrations = [Initial0001, LegalActs0002, Gestures0003, Countersigning0004, MovingCases0005, Deputies0006, ThirdParties0007, Lists0008, FlowEvents0009];
