type Props = { country: string; cities: string; years: string | null };

/** "Portugal · Amadora, Lisbon · 2019–2021", from words that are ready. */
export function PlaceLine({ country, cities, years }: Props) {
  return (
    <p className="place-line">
      <b>{country}</b>
      {cities && ' · '}
      {cities && <bdi>{cities}</bdi>}
      {years && ' · '}
      {years && <span>{years}</span>}
    </p>
  );
}
