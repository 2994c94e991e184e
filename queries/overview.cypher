// How much is in the graph?
// Shows the number of articles, people, agencies, regions, cases, rulings and sites, and the span of publication. People
// are everybody named, most of them speakers, not accused.
// id: Seberapa banyak isi graf ini?
// id: Memperlihatkan jumlah berita, orang, lembaga, wilayah, perkara, putusan, dan situs, serta rentang waktu
// id: terbitnya. Orang berarti semua yang disebut namanya; kebanyakan narasumber, bukan yang disangka.
RETURN
  COUNT { (:Article) } AS articles, COUNT { (:Person) } AS people, COUNT { (:Agency) } AS agencies,
  COUNT { (:Region) } AS regions, COUNT { (:Incident) } AS cases, COUNT { (:Ruling) } AS rulings,
  COUNT { (:Claim) } AS claims, COUNT { MATCH (a:Article) WHERE a.site IS NOT NULL RETURN DISTINCT a.site } AS sites,
  head(COLLECT { MATCH (a:Article) RETURN min(a.published) }) AS first,
  head(COLLECT { MATCH (a:Article) RETURN max(a.published) }) AS last
