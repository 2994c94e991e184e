// In which offices do people stand accused again in another election, whoever held them?
// Shows seats ("camat of one district") and kinds of office in one regency in which people stand accused or found against
// in more than one election, with each of them. Cleared people are left out. A regency has many holders of one kind
// (`holders`, where the gazetteer tells), so two of them are no habit: read seats first. Cannot show holders whom no
// article names, nor seats without a place.
// $level: text = null. Only seats, or only kinds: seat or kind.
MATCH (x:Pattern {kind: 'office_again'})-[:OF]->(region:Region)
WHERE $level IS NULL OR x.level = $level
MATCH (x)-[:OF]->(p:Person)
MATCH (x)-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p)
WHERE r.standing <> 'cleared'
OPTIONAL MATCH (i)-[:DURING]->(contest:Contest)
CALL (p, r, i) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.rank AS rank, x.level AS level, x.office AS seat, region.name AS region, x.years AS years, x.holders AS holders,
  x.accused AS accused,
  x.proven AS proven, contest.name AS contest, p.name AS person, about.office AS office, r.standing AS standing,
  i.date AS date, i.precision AS precision, region.id AS region_id, p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY rank, x.id, date, case_id, person, person_id
