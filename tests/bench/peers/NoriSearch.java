// SPDX-License-Identifier: GPL-2.0-or-later

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Indexes posts with Lucene and nori, and times its answers as query_latency times geul's.
 *
 * <p>usage: NoriSearch index positions|offsets TSV FOLDER
 *
 * <p>TSV has lines of id, title, date, tags, categories and text with tabs between; commas part the
 * tags, U+001E stands for a line break. With offsets in the postings, excerpts need no analysis.
 *
 * <p>usage: NoriSearch query FOLDER QUERIES RUNS
 *
 * <p>As query_latency, but WARM passes come before, for the JVM to compile.
 *
 * <p>usage: NoriSearch one FOLDER QUERY
 */
public final class NoriSearch {
  private static final int HITS = 10;
  private static final int WARM = 2;
  private static final double BUDGET = 40; // seconds
  private static final int LEAST = 10;
  private static final float TITLE_BOOST = 5;
  private static final Set<String> NAMES = Set.of("id", "title");
  private static final Sort NEWEST = new Sort(new SortField("day", SortField.Type.LONG, true));
  private static final String[] TEXTS = {"title", "body"};

  private record Asked(String query, List<String> options) {}

  private record Answer(long hits, List<String> lines) {}

  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "index" -> index(arguments[1].equals("offsets"), arguments[2], arguments[3]);
      case "query" -> time(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
      case "one" -> one(arguments[1], arguments[2]);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued("tag", true);
    return config;
  }

  private static void index(boolean offsets, String posts, String folder) throws IOException {
    FieldType text = new FieldType(TextField.TYPE_STORED);
    if (offsets) text.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    FacetsConfig facets = facets();
    try (Analyzer analyzer = new KoreanAnalyzer();
        Directory directory = FSDirectory.open(Path.of(folder));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64));
        BufferedReader lines = Files.newBufferedReader(Path.of(posts), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        writer.addDocument(facets.build(document(line.split("\t", -1), text)));
      writer.commit();
    }
  }

  private static Document document(String[] cells, FieldType text) {
    LocalDate date = LocalDate.parse(cells[2]);
    Document document = new Document();
    document.add(new StringField("id", cells[0], Field.Store.YES));
    document.add(new Field("title", cells[1], text));
    document.add(new Field("body", cells[5].replace('\u001e', '\n'), text));
    document.add(new StringField("date", cells[2], Field.Store.YES));
    document.add(new NumericDocValuesField("day", date.toEpochDay()));
    document.add(new SortedSetDocValuesFacetField("year", Integer.toString(date.getYear())));
    for (String tag : names(cells[3])) {
      document.add(new StringField("tag", tag, Field.Store.YES));
      document.add(new SortedSetDocValuesFacetField("tag", tag));
    }
    for (String name : names(cells[4]))
      document.add(new StringField("category", name, Field.Store.YES));
    return document;
  }

  private static String[] names(String cell) {
    return cell.isEmpty() ? new String[0] : cell.split(",");
  }

  private static void one(String folder, String query) throws IOException {
    try (Searcher searcher = new Searcher(folder)) {
      for (String line : searcher.answer(new Asked(query, List.of())).lines())
        System.out.println(line);
    }
  }

  private static Map<String, List<Asked>> read(String file) throws IOException {
    Map<String, List<Asked>> classes = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
      String[] cells = line.split("\t", -1);
      classes
          .computeIfAbsent(cells[0], name -> new ArrayList<>())
          .add(new Asked(cells[1], List.of(cells[2].split(" "))));
    }
    return classes;
  }

  private static void time(String folder, String file, int runs) throws IOException {
    Map<String, List<Asked>> classes = read(file);
    try (Searcher searcher = new Searcher(folder)) {
      for (String name : classes.keySet()) time(searcher, name, classes.get(name), runs);
    }
  }

  /** Of a class that takes longer than its budget fewer queries are asked, and fewer times. */
  private static void time(Searcher searcher, String name, List<Asked> asked, int runs)
      throws IOException {
    long start = System.nanoTime();
    List<Asked> some = asked;
    List<Double> times = new ArrayList<>();
    long hits = 0;
    for (int run = -WARM; run < 0 || run < runs && (run == 0 || seconds(start) < BUDGET); ++run) {
      int answered = 0;
      for (Asked question : some) {
        if (run == -WARM && answered >= LEAST && seconds(start) > BUDGET / 4) break;
        long begin = System.nanoTime();
        long found = searcher.answer(question).hits();
        if (run == -WARM) hits += found;
        if (run >= 0) times.add((System.nanoTime() - begin) / 1e6);
        ++answered;
      }
      some = some.subList(0, answered);
    }
    print(name, some.size(), hits, times);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String name, int queries, long hits, List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        "%s\t%d\t%d\t%.3f\t%.3f\t%.3f%n",
        name, queries, hits, rank(sorted, 0.5), rank(sorted, 0.99), sorted[sorted.length - 1]);
  }

  private static double rank(double[] sorted, double share) {
    return sorted[Math.max(1, (int) Math.ceil(share * sorted.length)) - 1];
  }

  private static final class Searcher implements AutoCloseable {
    private final Analyzer analyzer = new KoreanAnalyzer();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facets;
    private final UnifiedHighlighter highlighter;

    Searcher(String folder) throws IOException {
      reader = DirectoryReader.open(FSDirectory.open(Path.of(folder)));
      searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null); // each answer is worked out
      facets = new DefaultSortedSetDocValuesReaderState(reader);
      highlighter = new UnifiedHighlighter(searcher, analyzer);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }

    Answer answer(Asked asked) throws IOException {
      Query words = any(asked.query());
      Query query = filtered(words, asked.options());
      Sort sort = asked.options().contains("newest") ? NEWEST : Sort.RELEVANCE;
      boolean count = asked.options().stream().anyMatch(option -> option.startsWith("facets"));
      TopDocs found = count ? counted(query, sort) : found(query, sort);
      return show(found, asked.options().contains("bare") ? null : words);
    }

    private Query any(String typed) {
      boolean phrase = typed.startsWith("\"");
      String text = phrase ? typed.substring(1, typed.length() - 1) : typed;
      QueryBuilder builder = new QueryBuilder(analyzer);
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String field : TEXTS) {
        Query found =
            phrase
                ? builder.createPhraseQuery(field, text)
                : builder.createBooleanQuery(field, text);
        if (found == null) continue;
        any.add(field.equals("title") ? new BoostQuery(found, TITLE_BOOST) : found, Occur.SHOULD);
      }
      BooleanQuery query = any.build();
      return query.clauses().isEmpty() ? new MatchNoDocsQuery() : query;
    }

    private static Query filtered(Query words, List<String> options) {
      BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
      for (String option : options)
        if (option.startsWith("tag="))
          query.add(new TermQuery(new Term("tag", option.substring(4))), Occur.FILTER);
      return query.build();
    }

    private TopDocs found(Query query, Sort sort) throws IOException {
      return sort == Sort.RELEVANCE
          ? searcher.search(query, HITS)
          : searcher.search(query, HITS, sort);
    }

    private TopDocs counted(Query query, Sort sort) throws IOException {
      FacetsCollector collector = new FacetsCollector();
      TopDocs found =
          sort == Sort.RELEVANCE
              ? FacetsCollector.search(searcher, query, HITS, collector)
              : FacetsCollector.search(searcher, query, HITS, sort, collector);
      if (found.scoreDocs.length == 0) return found;
      Facets counts = new SortedSetDocValuesFacetCounts(facets, collector);
      counts.getTopChildren(HITS, "tag");
      counts.getTopChildren(HITS, "year");
      return found;
    }

    /** Names alone where no words are given to be highlighted. */
    private Answer show(TopDocs found, Query words) throws IOException {
      List<String> lines = new ArrayList<>();
      if (found.scoreDocs.length == 0) return new Answer(0, lines);
      String[] excerpts = words == null ? null : highlighter.highlight("body", words, found, 1);
      ScoreDoc[] hits = found.scoreDocs;
      for (int at = 0; at < hits.length; ++at) {
        int number = hits[at].doc;
        Document document = words == null ? searcher.doc(number, NAMES) : searcher.doc(number);
        String excerpt = words == null ? "" : excerpts[at];
        lines.add(document.get("id") + "\t" + document.get("title") + "\t" + excerpt);
      }
      return new Answer(found.totalHits.value, lines);
    }
  }

  private NoriSearch() {}
}
