// Who is said to be favoured most, and by holders of which offices?
// Shows people favoured in cases in which somebody stands accused or found against, with each of those: office, standing
// and sentence. Cleared people are left out. To be favoured accuses nobody: it may be unasked, and running mates are
// two rows. One article names both, but need not say who favoured whom where it names several, and may tell of an older
// case in passing: read the sentence. Cannot show favours that the press did not report. Offices are counted as kinds:
// camat, kades, kadis, sekda.
// $incumbents: text = no. Only those who stand as incumbents: yes or no.
// $least: int = 1. At least so many people accused.
// id: Siapa paling sering disebut diuntungkan, dan oleh pemegang jabatan apa?
// id: Memperlihatkan orang yang diuntungkan dalam perkara yang masih ada yang disangka atau dinyatakan terbukti,
// id: beserta masing-masing: jabatan, status, dan kalimat. Yang tidak terbukti tidak dimuat. Diuntungkan bukan
// id: tuduhan: bisa terjadi tanpa diminta, dan satu pasangan calon menjadi dua baris. Satu berita menyebut keduanya,
// id: tetapi bila yang disebut beberapa orang, berita belum tentu mengatakan siapa menguntungkan siapa, dan bisa
// id: menyinggung perkara lama: bacalah kalimatnya. Tidak dapat memperlihatkan yang tidak diberitakan. Jabatan
// id: dihitung menurut jenisnya: camat, kades, kadis, sekda.
// id: $incumbents: Hanya yang maju sebagai petahana: yes atau no.
// id: $least: Sedikitnya sekian orang yang disangka.
MATCH (x:Pattern {kind: 'favoured'})-[:OF]->(favoured:Person)
WHERE x.accused >= $least AND ($incumbents <> 'yes' OR x.incumbent)
MATCH (x)-[:SHOWN_BY]->(i:Incident)<-[r:ACCUSED_IN]-(p:Person)
WHERE r.standing <> 'cleared' AND p.id IN x.people
MATCH (i)<-[:SUPPORTS]-(f:Claim)-[:ABOUT {role: 'beneficiary'}]->(favoured)
MATCH (f)-[:IN]->(named:Article)
WITH x, favoured, i, r, p, collect(DISTINCT named.id) AS naming
CALL (p, r, i, naming) {
  MATCH (p)<-[about:ABOUT {role: 'accused'}]-(c:Claim)-[:SUPPORTS]->(i)
  MATCH (c)-[:IN]->(a:Article)
  WHERE a.id IN naming
  RETURN about, c, a
  ORDER BY about.standing = r.standing DESC, coalesce(about.rank, 9), a.published IS NULL, a.published DESC, c.id
  LIMIT 1
}
RETURN
  x.rank AS rank, favoured.name AS favoured, x.incumbent AS incumbent, x.accused AS accused, p.name AS person,
  about.office AS office, r.standing AS standing, x.proven AS proven, x.alleged AS alleged, x.offices AS offices,
  COUNT { (i)-[:FAVOURED]->(:Person) } AS favoured_in_case, i.date AS date, i.precision AS precision,
  favoured.id AS favoured_id, p.id AS person_id, i.id AS case_id, x.run AS run,
  c.quote AS quote, a.id AS article, a.url AS url, a.published AS published, a.archive AS archive
ORDER BY rank, favoured, favoured_id, person, person_id, case_id
