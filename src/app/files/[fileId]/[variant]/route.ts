import { currentPerson } from '#server/accounts/session';
import { logSurprise } from '#server/platform/log';
import { answerFile, fileAway } from '#server/storage/answer-file';
import { readServedFile } from '#server/submissions/queries/files';

type Context = RouteContext<'/files/[fileId]/[variant]'>;

/** A part of a file: to everybody when the example is published, before that to those who may read it. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context, 'GET');
}

/** The same, without the file. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  return answer(request, context, 'HEAD');
}

async function answer(request: Request, { params }: Context, method: 'GET' | 'HEAD'): Promise<Response> {
  try {
    const { fileId, variant } = await params;
    const file = await readServedFile(fileId, async () => (await currentPerson())?.actor ?? null);
    return await answerFile(file, { variant, method });
  } catch (error) {
    logSurprise(error, new URL(request.url).pathname);
    return fileAway();
  }
}
