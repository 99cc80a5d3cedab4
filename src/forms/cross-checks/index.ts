import { acceptedAfterCompletion, occupationEndsAfterStart, worksEndAfterStart } from './dates-in-order.js';
import { agentAuthorityCoversFiling } from './agent-authority-covers-filing.js';
import { civilDefenceIsBuiltOrRelocated } from './civil-defence-is-built-or-relocated.js';
import type { CrossCheck } from './cross-check.js';
import { eiaFitsSensitiveArea } from './eia-fits-sensitive-area.js';
import { electronicDeliveryNeedsConsent } from './electronic-delivery-needs-consent.js';
import { floorAreaAddsUp } from './floor-area-adds-up.js';
import { heightWithinPlan } from './height-within-plan.js';
import { initiationFitsInvestor } from './initiation-fits-investor.js';
import { investmentAddsUp } from './investment-adds-up.js';
import { landAreaFits } from './land-area-fits.js';
import { landFitsProjectType } from './land-fits-project-type.js';
import { landPaperBeforeEngineering } from './land-paper-before-engineering.js';
import { participantsAreIndependent } from './participants-are-independent.js';
import { plotRatioFits } from './plot-ratio-fits.js';
import { projectInsideArea } from './project-inside-area.js';
import { tenderIsHeld } from './tender-is-held.js';
import { typeIsThatOfTheProject } from './type-is-that-of-the-project.js';

/** Every rule over several fields; the next one is a file and a line here. */
export const crossChecks: readonly CrossCheck[] = [
  worksEndAfterStart,
  typeIsThatOfTheProject,
  initiationFitsInvestor,
  landFitsProjectType,
  projectInsideArea,
  agentAuthorityCoversFiling,
  landAreaFits,
  landPaperBeforeEngineering,
  plotRatioFits,
  heightWithinPlan,
  investmentAddsUp,
  floorAreaAddsUp,
  eiaFitsSensitiveArea,
  civilDefenceIsBuiltOrRelocated,
  participantsAreIndependent,
  tenderIsHeld,
  occupationEndsAfterStart,
  acceptedAfterCompletion,
  electronicDeliveryNeedsConsent,
];
