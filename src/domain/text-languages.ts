/** Languages an example may be written in: those of Europe's cities, and of cities elsewhere that share examples. */
export const textLanguages: readonly string[] =
  `ar az be bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hr hu hy is it ja ka ko lb lt lv mk mt nl no pl pt rm
ro ru sk sl sq sr sv tr uk zh`.split(/\s+/);
