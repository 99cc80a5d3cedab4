import { IsString, MaxLength, MinLength } from 'class-validator';
import { describeActor, signIn, signOut } from '../../services/people/sign-in.js';
import type { ApiContext } from '../api-context.js';
import type { SessionView } from '../contract.js';
import { sessionCookie, tokenOf } from '../middleware/authenticate.js';
import { route, type Route } from '../route.js';

export class SignInBody {
  @IsString({ message: '请填写用户名' })
  @MinLength(1, { message: '请填写用户名' })
  @MaxLength(60, { message: '用户名至多 60 字' })
  username!: string;

  @IsString({ message: '请填写密码' })
  @MinLength(1, { message: '请填写密码' })
  @MaxLength(200, { message: '密码至多 200 字' })
  password!: string;
}

export function sessionRoutes({ services, authenticator, secureCookies }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/sessions', may: 'public', does: 'Sign in; sets the session cookie and answers the same token for scripts', body: SignInBody, answers: 'SessionView', status: 201, handle: async ({ body, response }): Promise<SessionView> => {
      const session = await signIn(services, body);
      response.setHeader('Set-Cookie', sessionCookie(session.token, session.expiresAt, secureCookies));
      return session;
    } }),
    route({ method: 'get', path: '/sessions/current', may: 'signedIn', does: 'Who is signed in', answers: 'PersonView', handle: ({ actor }) => describeActor(services, actor) }),
    route({ method: 'delete', path: '/sessions/current', may: 'signedIn', does: 'Sign out', answers: 'Nothing', handle: async ({ request, response }) => {
      const token = tokenOf(request) as string;
      await signOut(services, token);
      authenticator.forget(token);
      response.setHeader('Set-Cookie', sessionCookie('', undefined, secureCookies));
    } }),
  ];
}
