import type { PermitRequestView, PermitView, PublicVerifyView } from '../../src/api/contract.js';
import type { Application, Office } from './application.js';
import { Scene, type Place } from './branches.js';

/** What is done with permits, in short words. */
export class Permits {
  constructor(private readonly office: Office) {}

  show(permit: string): Promise<PermitView> {
    return this.office.get('enterprise', `/permits/${permit}`);
  }

  ask(permit: string, kind: string): Promise<PermitRequestView> {
    return this.office.post('enterprise', `/permits/${permit}/requests`, { kind, content: '申请办理' });
  }

  decide(permit: string, request: PermitRequestView, outcome = 'granted', reasons = '符合条件'): Promise<PermitRequestView> {
    return this.office.post('leader', `/permits/${permit}/requests/${request.id}/decision`, { outcome, reasons });
  }

  end(permit: string, state: string, ground: string, more: object = {}): Promise<{ document: string }> {
    return this.office.post('leader', `/permits/${permit}/end`, { state, ground, reasons: '经查证属实', ...more });
  }

  /** What anybody reads who checks the certificate. */
  async certificate(application: Application, permit: string): Promise<PublicVerifyView> {
    const code = (await application.documentsReady()).find((document) => document.kind === 'certificate' && document.caseId === permit)?.verifyCode;
    return this.office.get('clerk', `/public/verify/${code}`);
  }

  /** One licence decided on that day; inside a parallel branch the other items still await their decisions. */
  async granted(place: Place, { on, ...decision }: { on: string; validFrom?: string; validUntil?: string }): Promise<{ scene: Scene; application: Application; permit: string }> {
    const scene = await Scene.examined(this.office, place, { on, form: { S14: { awardedOn: '2026-01-12' } } });
    const permit = await scene.item();
    await scene.undisturbed(() => scene.application.actIn(permit, 'leader', 'approve', { content: '准予', ...decision }));
    return { scene, application: scene.application, permit };
  }
}
