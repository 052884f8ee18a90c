/// The names that the modules under `Page/` use and what stands for each in a page: two characters, `$a` or `a0`.
///
/// None is a name that the browser gives to what the modules use, a key of the page's data or of a file that the page writes, or
/// a key that is made from a text; tests look.
enum ShortNames {
  static let all: [String: String] = {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let short = letters.map { "$\($0)" } + letters.flatMap { letter in (0...9).map { "\(letter)\($0)" } }
    return Dictionary(uniqueKeysWithValues: zip(names.split { $0 == " " || $0 == "\n" }.map(String.init), short))
  }()

  /// Those that save the most first.
  private static let names = """
    relations event years entities count place relation texts entity element sight first question store subject
    citations object graph condition whole onlySourced centre accordingTo citation shown found number each isBent
    isShown remembering NAME_WIDTH character wanted field other start answers seeksPath names items withdrawal
    manyInEnglish yearName choose lacksMonth month documentName exists group tooManyNeighbours column isEmbedded
    neighbours statusName current LABEL_WIDTH drawn lacksDay relationsOf yearRussian middle escaped isChosenHere
    isDescending yearJapanese reachedBy change fields keepsScrolling searchHint slider wantsRange hops near boxes
    dayOfUnknownMonth isRange makeCurrent withdrawals japaneseDates manyInRussian neighbourhood nothingToDraw
    dateName directed isOne lines MOST_DRAWN arrange characters choices digits isAfterSpace member members
    nothingFound onClick russianDates showAll statusMark stored unknown wholePicture withinSpan named
    relationAnswers answer days distance drawnEntity filteredOut hasMoved isAbsent noRelations notVerified numbered
    otherEnd parts pictureHint season statusNames classes fingers isNumeric contradictionsAbout said about
    contradiction hasConditions setAttributes alsoCalled choice edited isNorthern noSuchYear notWritten ownColumns
    speaksAnew best entityOf filters findings isWithdrawal kindName startUnknown yearsInWords boxHeight
    characterPattern contradictionsOf firstYear groups kindNames kindsHint notCopied notInYear placeName room shapes
    shortened sorter statement yearRange MOST_LISTED alias dateInWords fourYearsOf piece since until words
    yearUnknown edtf watcher MOST_FOUND MOST_TRIED TAKES_BACK around boxWidth byEntity cell copied dayNumbers
    endUnknown fieldsOfEntity filtered hemisphere isTrackpad lastYear maskedYear ownOfEdges ownOfNodes runs
    seenHeight selector sentence speakLanguages standalone statements steps timer withinBits countsByYears made
    SPACELESS exact fourYears isUnknown orEarlier seenWidth separated showOrder LEAST_HEIGHT century endPath heights
    isEverything isPinch lastTwo noRows oneHop pathTo placed possibleFrom prepare present readCitation restate
    shares shortestPath thisOne tooMany twoHops within GENITIVE LEAST_WIDTH MOST_PIXELS card certainFrom child
    doubtful drawnFor fieldsOf follower interval isChosen isCopied isEntity isThe most prepareHead reachesOver
    remember rooms safeAddress thing toggleRange usualTab watchers yearEnglish MOST_ALONE NOMINATIVE bounds
    citationIn folded higher isOpen isPossible isYear kindShapes masked months noDate noPath others passes
    possibleTo prepareKey quoteRange relationOf showChosen sortBy unbend wasInPanel yearIn COLUMNS LEGIBLE aside
    cards decoded english finding isAbout isAgain isAsked marginX marginY numbers oneYear orLater passing pointAt
    seenBox share waiting yearsIn CHARACTER Downloads MOST_BARS TABS certainTo emptyView followers isOutward menu
    nameIndex originals paintItem rank readGraph rest LINE LISTS TOUCHING Timeline along announce bend centreOf
    clock comeNear decade draw drawAxis drawBars estimate fromTo hasWhole hasYears heldBy holder inputs isAny isFar
    isLast isOnPath isOnward isWanted itemAt japanese nearness ofYear paint pairs reaching showSoon starts textsFor
    undoes undone viewIn word ANSWERS Choices HOLDERS SEASONS UNDATED away changes fitting hand holders isEmpty
    isShape kept refusal restyle russian several asked cited clean keyOf leave point slide stage timed EVER Finder
    PIXELS SHARES behind copies copyOf cost ending factor finger follow gaps gone half hashOf isNear isPath itemOf
    leadOn many marked more occurs pieces quoted raster reveal spoken sure surest unseen voices LOOKS PAUSE Panel
    Stage Store agree ahead allOf begin build digit heads isNew isRun limit looks moved oneOf plain press sides
    taken typed
    """
}
