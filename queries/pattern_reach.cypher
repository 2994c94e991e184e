// How far through a regency do those reach who are said to have favoured one person?
// Shows for a favoured person the districts and the regency's own offices that people accused in such cases come from,
// with each of those. The district is the one that the office names, else that of the case. Cleared people are left out.
// To be favoured accuses nobody. Cannot show districts that no article names.
// $least: int = 2. At least so many districts and offices together.
// id: Seberapa luas di satu kabupaten mereka yang disebut menguntungkan satu orang?
// id: Memperlihatkan, bagi orang yang diuntungkan, kecamatan dan kantor kabupaten asal mereka yang disangka dalam
// id: perkara itu, beserta masing-masing. Kecamatannya menurut jabatannya, selain itu menurut perkaranya. Yang tidak
// id: terbukti tidak dimuat. Diuntungkan bukan tuduhan. Tidak dapat memperlihatkan kecamatan yang tidak disebut
// id: berita.
// id: $least: Sedikitnya sekian kecamatan dan kantor bersama-sama.
MATCH (x:Pattern {kind: 'reach'})-[:OF]->(favoured:Person)
MATCH (x)-[:OF]->(region:Region)
WHERE x.districts_reached + size(coalesce(x.regency_offices, [])) >= $least
MATCH (x)-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p:Person)
WHERE r.standing <> 'cleared' AND p.id IN x.people
MATCH (i)<-[:SUPPORTS]-(f:Claim)-[:ABOUT {role: 'beneficiary'}]->(favoured)
MATCH (f)-[:IN]->(named:Article)
WITH x, favoured, region, i, r, p, collect(DISTINCT named.id) AS naming
CALL (p, r, i, naming) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  WHERE a.id IN naming
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.rank AS rank, favoured.name AS favoured, region.name AS regency, x.districts AS districts,
  x.districts_reached AS districts_reached, x.districts_there AS districts_there, x.regency_offices AS regency_offices,
  x.accused AS accused, x.proven AS proven, p.name AS person, about.office AS office, r.standing AS standing,
  i.date AS date, i.precision AS precision, favoured.id AS favoured_id, region.id AS region_id, p.id AS person_id,
  i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY rank, favoured, favoured_id, region_id, person, person_id, case_id
