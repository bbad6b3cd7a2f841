// SPDX-License-Identifier: GPL-2.0-or-later
// Posts of our own for the mock.

const section = (heading, anchor, text) => ({ heading, anchor, text });
const post = (title, url, date, tags, category, author, ...sections) => ({ title, url, date, tags, categories: [category], authors: [author], sections });

const kText = '검색엔진은 글을 낱말로 쪼개어 색인을 만들고, 물음이 오면 그 색인에서 글을 찾아 순위를 매긴다. 한국어는 조사와 어미가 낱말에 붙어 있어서 그대로 색인하면 ‘검색엔진을’과 ‘검색엔진’이 다른 낱말이 된다. 그래서 조사를 떼어 내는 규칙이 필요하다.';

export const posts = [
  post('검색엔진을 처음부터 만들어 보기', '/posts/search-engine', '2024-03-05', ['검색', '한국어', '색인'], '기술', '이서윤',
    section(null, null, kText),
    section('조사를 떼어 내는 규칙', '조사를-떼어-내는-규칙', '검색 결과가 좋아지려면 조사를 떼어야 한다. 받침이 있으면 ‘을’, 없으면 ‘를’이 붙는다는 것부터 표로 만들었다.'),
    section('순위를 매기는 법', '순위', 'BM25는 오래된 식이지만 블로그 검색에는 아직 충분하다. 글의 길이로 나누는 것이 핵심이다.'),
    section('느려질 때', '느려질-때', '색인이 커지면 검색이 느려진다. 조각으로 나누고 필요한 것만 읽는다.')),
  post('검색이 한글을 놓치는 까닭', '/posts/why-search-misses-hangul', '2026-04-18T09:00:00+09:00', ['검색', '한글', '유니코드'], '기술', '이서윤',
    section('초성으로 찾기', '초성', '휴대전화 주소록처럼 초성만으로 검색하고 싶다는 말을 자주 듣는다.'),
    section('다 치지 않은 말', '다-치지-않은-말', '‘알고맂’처럼 아직 다 치지 않은 말로도 검색이 되어야 한다.')),
  post('블로그 검색을 갈아 끼우며', '/posts/replacing-blog-search', '2026-08-22', ['검색', '블로그', '회고'], '회고', '박도현',
    section('바꾼 이유', '바꾼-이유', kText), section('남은 일', '남은-일', '검색 기록을 보고 동의어를 더할 생각이다.')),
  post('데이터베이스 색인은 왜 책의 찾아보기를 닮았나', '/posts/database-index', '2023-03-18', ['데이터베이스', '색인'], '기술', '박도현',
    section('찾아보기', '찾아보기', '책의 찾아보기를 떠올리면 색인을 이해하기 쉽다. 검색할 낱말이 차례대로 놓여 있다.')),
  post('김치찌개는 신김치로', '/posts/kimchi-jjigae', '2023-01-28', ['요리', '김치'], '요리', '최하늘',
    section('재료', '재료', '신김치 반 포기, 돼지고기 한 줌, 두부 반 모, 그리고 시간.')),
  post('비 오는 제주에서 사흘', '/posts/rainy-jeju', '2023-02-11', ['여행', '제주'], '여행', '최하늘',
    section('첫날', '첫날', '비가 와서 오름 대신 책방을 검색했다. 결과가 뜻밖에 좋았다.')),
  post('<script>alert("제목")</script> & "따옴표"를 \'글자로\' 보여 주기', '/posts/security', '2025-10-18', ['보안', '<script>alert(1)</script>', '"따옴표"'], '기술', '박도현',
    section('<img src=x onerror=alert(2)>', 'img', '검색 결과에 <script>document.title = "뚫림"</script> 같은 것이 나와도 글자일 뿐이다. <b>굵게</b>도 마찬가지.')),
  ...Array.from({ length: 14 }, (_, at) =>
    post(`주간 기록 ${at + 1}: 배포와 장애`, `/posts/weekly-${at + 1}`, `${2022 + (at % 5)}-${String((at % 12) + 1).padStart(2, '0')}-07`, ['기록', `주제${at % 8}`, `모임${at}`], at % 3 ? '기술' : '회고', at % 2 ? '이서윤' : '박도현',
      section('한 일', '한-일', `배포를 ${at + 1}번 했고 장애는 없었다. 검색 색인을 새로 만들었다.`))),
];
