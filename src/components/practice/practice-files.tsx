import { documentPart, imageVariants } from '#domain/image-variants';
import type { PublicFile } from '#domain/practice';
import { filePath } from '#i18n/file-paths';
import { fileDetails } from '#i18n/file-text';
import { directionOf, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Props = {
  files: readonly PublicFile[];
  locale: Locale;
  /** The address of a part of a file, where it is another than everybody's. */
  pathOf?: (fileId: string, variant: string) => string;
};

/** Pictures and documents of a practice, below its text. */
export function PracticeFiles({ files, locale, pathOf = filePath }: Props) {
  const t = translatorOf(locale);
  const pictures = files.filter(({ kind }) => kind === 'image');
  const documents = files.filter(({ kind }) => kind === 'document');
  return (
    <>
      {pictures.length > 0 && (
        <section className="practice-files" aria-labelledby="pictures-heading">
          <h2 id="pictures-heading">{t('sending.preview.pictures')}</h2>
          {pictures.map((file) => (
            <Picture key={file.id} {...{ file, locale, pathOf }} />
          ))}
        </section>
      )}
      {documents.length > 0 && (
        <section className="practice-files" aria-labelledby="documents-heading">
          <h2 id="documents-heading">{t('sending.preview.documents')}</h2>
          <ul>
            {documents.map((file) => (
              <li key={file.id}>
                <a href={pathOf(file.id, documentPart.variant)} lang={file.language || undefined} dir="auto">
                  {file.title || file.name}
                </a>{' '}
                <small>{fileDetails(file, locale)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type PictureProps = Required<Omit<Props, 'files'>> & { file: PublicFile };

/** A picture in the size the screen needs. What is decoration has no words. */
function Picture({ file, locale, pathOf }: PictureProps) {
  const { id, alt, decorative, credit } = file;
  const width = file.width ?? 0;
  const variants = imageVariants(width);
  const webp = variants.filter(({ mediaType }) => mediaType === 'image/webp');
  const [smallest] = webp;
  return (
    <figure>
      {/* biome-ignore lint/performance/noImgElement: the variants are drawn when the file comes in, not when it is asked for. */}
      <img
        src={pathOf(id, smallest?.variant ?? '')}
        srcSet={webp.map((one) => `${pathOf(id, one.variant)} ${one.width}w`).join(', ')}
        sizes="(width >= 60rem) 44rem, 100vw"
        alt={decorative ? '' : alt}
        width={width}
        height={file.height ?? 0}
        loading="lazy"
      />
      {credit && (
        <figcaption dir={directionOf(locale)}>
          {translatorOf(locale)('sending.preview.credit', { credit })}
        </figcaption>
      )}
    </figure>
  );
}
