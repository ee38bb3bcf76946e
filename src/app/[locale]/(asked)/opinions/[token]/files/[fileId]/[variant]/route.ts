import { readAskedOpinion } from '#server/opinions/queries/asked-opinion';
import { logSurprise } from '#server/platform/log';
import { answerFile, fileAway } from '#server/storage/answer-file';

type Context = RouteContext<'/[locale]/opinions/[token]/files/[fileId]/[variant]'>;

/** A part of a file of the example that a link shows, as long as the link works. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context, 'GET');
}

/** The same, without the file. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  return answer(request, context, 'HEAD');
}

async function answer(request: Request, { params }: Context, method: 'GET' | 'HEAD'): Promise<Response> {
  try {
    const { token, fileId, variant } = await params;
    const asked = await readAskedOpinion(token, new Date());
    const file = asked?.files.find(({ id }) => id === fileId);
    return await answerFile(file ? { ...file, isPublic: false } : null, { variant, method });
  } catch (error) {
    logSurprise(error, new URL(request.url).pathname);
    return fileAway();
  }
}
