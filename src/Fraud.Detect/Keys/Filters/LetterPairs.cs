namespace Fraud.Keys.Filters;

/// <summary>How much more often each pair of letters stands in words and identifiers than in random text.</summary>
internal static class LetterPairs
{
    // A row per first letter, a column per second; log2 of the ratio in thirds, 'P' is 0. Counted over English manuals and API names
    private const string Table =
        "KQRQLLOFODMUPUFPAURUNLHGKE" +
        "UPQPUOLGTMIUKISMBQRLSEEHMF" +
        "UMPMTMGUPBRQLHWKBPNSOHDEJD" +
        "TPOQXOIIVGGOKKRJDPQKPIIBKA" +
        "QMRTOOLGLBHQPUINHVURHMJPLE" +
        "TOPQTTHDWAARKJTLARPOQDFCLA" +
        "SKNLXKNPSDEQNSRNDTRMQGICHF" +
        "XFIKXGFFUCINMMUIFQMPQDJAMB" +
        "PQRPPNPCEBJRPXSNAOSSFNAJAN" +
        "WKMLVHIJSJMLLNVLHLQJTEMAHB" +
        "TJKMYJMKUCIOKMSLDOTNODKAMD" +
        "UIJPWJHEWAHTIHTKAGPPOIDAQE" +
        "XPKLWGHEUAJLPHTUCHPKPGDCIA" +
        "SHRTTOVIRELKINQJFITVNLFCIE" +
        "LNQPJMNHKELRRWOQAURPROOHGE" +
        "UGNKVJKPRALSIHTQAVPRODGFNB" +
        "KFKGLHHGPCBNKMHJFQLJZJJGEB" +
        "UINOXIMDUALMONTKAORRNJFAOB" +
        "QGQJVIHRTBMMKJQQGISWRHJBNE" +
        "THNKWKGRWAFNLHSLBTRPNFIEOH" +
        "OQPNQNNEQCISRVJQATTTDEDJEH" +
        "WIMIZHICWAEKLJQLAMOLGGCHFD" +
        "WJONVJGQWCINLQTKCRQMJEIDGC" +
        "QITNTNIKTAGNPKMVELPVLIJPJD" +
        "SNPNQLMHQAIQRTOVENVRPHKEJK" +
        "ULJLZIIOUGGNLNRFDGNRMHGCMO";

    /// <summary>How much more often than by chance the second letter follows the first; null when one is no letter.</summary>
    public static double? Ratio(byte first, byte second)
    {
        var (a, b) = ((first | 0x20) - 'a', (second | 0x20) - 'a');
        return a is < 0 or > 25 || b is < 0 or > 25 ? null : Math.Pow(2, (Table[(a * 26) + b] - 'P') / 3.0);
    }

    /// <summary>
    /// Evidence in bits that the text is made of words: the log-likelihood ratio of its letter pairs.
    /// A random text reaches n bits with a probability below 2^-n. Parts that could be hex say nothing.
    /// </summary>
    public static double Evidence(ReadOnlySpan<byte> text)
    {
        int thirds = 0, part = 0, last = -1;
        var beyondHex = false;
        foreach (var b in Sample.Of(text))
        {
            var letter = (b | 0x20) - 'a';
            if (letter is >= 0 and <= 25)
            {
                part += last >= 0 ? Table[(last * 26) + letter] - 'P' : 0;
                beyondHex |= letter > 5;
                last = letter;
                continue;
            }

            last = -1;
            if (!char.IsAsciiDigit((char)b))
            {
                thirds += beyondHex ? part : 0;
                part = 0;
                beyondHex = false;
            }
        }

        return (thirds + (beyondHex ? part : 0)) / 3.0;
    }
}
