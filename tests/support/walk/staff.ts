import { Person } from '../../../src/entities/index.js';
import { actorOf } from '../../../src/services/work-items/on-work-item.js';
import type { Office } from '../application.js';
import { hire } from '../people.js';
import type { Random } from './random.js';

const reviewers = ['reviewer-zrzy', 'reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy', 'reviewer-jfj', 'reviewer-zwfw', 'reviewer-rcfw', 'reviewer-scjg'];
/** Those of whom the demonstrated office has one only: with a colleague, work can be passed on. */
const withColleague = ['clerk', 'reviewer-ggsy', 'reviewer-zjj', 'leader', 'sealkeeper', 'secretary'];

type Actor = ReturnType<typeof actorOf>;

/** Everybody who takes part in the walk: some of them come and go. */
export class Staff {
  everybody = ['enterprise', 'enterprise2', 'clerk', ...reviewers, 'agency', 'secretary', 'leader', 'sealkeeper', 'supervisor', 'admin', 'admin-b', ...withColleague.map((each) => `${each}-b`)];
  /** Two people each who have the same office. */
  pairs: (readonly [string, string])[] = withColleague.map((each) => [each, `${each}-b`] as const);
  readonly actors = new Map<string, Actor>();
  private hired = 0;

  constructor(private readonly office: Office) {}

  /** Those who handle cases in the office. */
  get officers(): string[] {
    return this.everybody.filter((each) => !/^(enterprise|agency|supervisor|admin)/.test(each));
  }

  async prepare(): Promise<void> {
    for (const username of [...withColleague, 'admin']) await hire(this.office.test, username, { username: `${username}-b`, name: `${username}乙` });
    for (const person of await this.office.test.product.services.database.read.find(Person, 'enabled = 1')) this.actors.set(person.username, actorOf(person));
  }

  /** Somebody new comes in the place of one who leaves; his work goes to the queue or to the colleague who stays. Says who left. */
  async change(random: Random): Promise<string> {
    const [stays, leaves] = random.choose(this.pairs);
    this.hired += 1;
    const comes = `${stays}-new${this.hired}`;
    await hire(this.office.test, stays, { username: comes, name: comes });
    this.pairs = this.pairs.map((pair) => (pair[1] === leaves ? [stays, comes] : pair));
    this.everybody = [...this.everybody.filter((each) => each !== leaves), comes];
    await this.office.post('admin', `/people/${leaves}/disabling`, { reason: '调离', handOverTo: random.choose([stays, 'queue']) });
    this.actors.delete(leaves);
    this.actors.set(comes, actorOf((await this.office.test.product.services.database.read.findOne(Person, 'username = ?', [comes])) as Person));
    return leaves;
  }
}
