import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { PersonView, Role } from '../../../src/api/contract.js';
import { ApiProblem } from '../api/api-problem.js';
import { endSession, findPerson } from '../api/sessions.js';
import { onSignInRequired } from '../api/sign-in-required.js';
import { Loading } from '../shell/loading.js';
import { WrongRole } from './wrong-role.js';
import { SignIn } from './sign-in.js';

interface Session {
  readonly person: PersonView;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Only below `SignedIn`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside SignedIn');
  return session;
}

interface SignedInProps {
  readonly title: string;
  /** The roles this page is made for; others are told where to go. */
  readonly roles: readonly Role[];
  readonly children: ReactNode;
}

/** Shows the page to whoever is signed in, else the sign-in form. When a session ends in the middle of work, the page stays mounted below, so that nothing typed is lost. */
export function SignedIn({ title, roles, children }: SignedInProps): ReactElement {
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  const { data: person, error, isPending } = useQuery({ queryKey: ['person'], queryFn: findPerson, staleTime: Infinity });
  useEffect(() => onSignInRequired(() => setEnded(true)), []);
  if (isPending) return <Loading />;
  if (!person) return <SignIn title={title} refusal={error instanceof ApiProblem && error.status !== 401 ? error : undefined} onSignedIn={(signedIn) => queries.setQueryData(['person'], signedIn)} />;
  if (!person.roles.some((role) => roles.includes(role))) return <WrongRole person={person} signOut={signOut} />;

  async function signOut(): Promise<void> {
    await endSession().catch(() => undefined);
    queries.clear();
    queries.setQueryData(['person'], null);
  }

  return (
    <SessionContext value={{ person, signOut }}>
      {ended && (
        <SignIn
          title={title}
          again
          onSignedIn={(signedIn) => {
            // Another person at the same desk must not go on with the page of the first.
            if (signedIn.id !== person.id) return location.reload();
            setEnded(false);
            void queries.invalidateQueries();
          }}
        />
      )}
      <div hidden={ended}>{children}</div>
    </SessionContext>
  );
}
