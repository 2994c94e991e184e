// On which sentences does one fact rest?
// Shows every claim that supports a case, ruling, figure or activity, or is about a person, agency or region, with the
// article, the archived page and the version of the reader. A claim is what a sentence says, not what happened.
// $id: text = required. The id of the fact, person, agency or region.
// id: Pada kalimat mana suatu keterangan bersandar?
// id: Memperlihatkan setiap pernyataan yang mendukung perkara, putusan, angka, atau kegiatan, atau yang membicarakan
// id: orang, lembaga, atau wilayah, dengan berita, halaman arsip, dan versi pembacanya. Pernyataan adalah apa yang
// id: dikatakan kalimat, bukan apa yang terjadi.
// id: $id: Id keterangan, orang, lembaga, atau wilayah.
MATCH (n {id: $id})<-[tie:SUPPORTS|ABOUT|CITES]-(c:Claim)-[:IN]->(a:Article)
RETURN
  c.id AS claim, c.kind AS kind, coalesce(tie.role, '') AS role, coalesce(tie.standing, c.standing) AS standing,
  c.quote AS quote, c.start AS start, c.end AS end, c.confidence AS confidence, c.reader AS reader, a.id AS article,
  a.title AS title, a.url AS url, a.site AS site, a.published AS published, a.retrieved AS retrieved,
  a.archive AS archive
ORDER BY published, article, start, claim, role
