// What is known of one article?
// Shows one row, or none for an unknown id; `archive` is the WARC file and the byte at which the page begins. Times of
// publication are the article's own, `zone` says which; `retrieved` is UTC.
// $id: text = required. The article's id.
// id: Apa yang diketahui tentang satu berita?
// id: Memperlihatkan satu baris, atau tidak ada bila id tidak dikenal; `archive` adalah berkas WARC dan letak bita
// id: halamannya. Waktu terbit menurut jam beritanya sendiri, `zone` menyebut zonanya; `retrieved` dalam UTC.
// id: $id: Id berita.
MATCH (a:Article {id: $id})
RETURN
  a.id AS id, a.url AS url, a.site AS site, a.title AS title, a.published AS published, a.zone AS zone,
  a.retrieved AS retrieved, a.archive AS archive, a.sha256 AS sha256, a.kind AS kind, a.reader AS reader,
  a.syndicated_from AS syndicated_from, coalesce(a.withdrawn, false) AS withdrawn
