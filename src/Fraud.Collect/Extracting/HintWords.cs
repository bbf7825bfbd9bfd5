using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Fraud.Collect.Extracting;

/// <summary>Reads hints from the words in class, id, role and itemprop.</summary>
internal static class HintWords
{
    private static readonly FrozenDictionary<string, Hint> Words = Read(
        (Hint.Body, "articlebody article_body articletext articlecontent entrycontent postcontent postbody storybody storycontent storytext bodytext bodycopy richtext rte wysiwyg prose markdown bodycontent fulltext paragraph paragraphs longform maintext mainarticle"),
        (Hint.Content, "content contents article main post entry story blog text body page single detail details copy hentry news primary section document doc docs readme wiki 正文 neirong zhengwen"),
        (Hint.Comment, "comment comments commentlist disqus respond replies discussion commentary fbcomments pinglun remark"),
        (Hint.Navigation, "nav navigation navbar menu menus submenu breadcrumb breadcrumbs crumb crumbs pagination pager paging pagenav toc tableofcontents tabs tablist sitemap skip skiplink jump dropdown accordionmenu topnav mainnav subnav navi"),
        (Hint.Frame, "header footer masthead topbar bottombar footnav siteheader sitefooter globalheader globalfooter copyright legal colophon bottom foot top"),
        (Hint.Sidebar, "sidebar aside widget widgets rail rightrail leftrail sidecol secondary side complementary right left column3 rightcol leftcol"),
        (Hint.Share, "share sharing social socials addthis sharethis sharedaddy shariff facebook twitter pinterest whatsapp follow likes linkedin instagram shares fenxiang"),
        (Hint.Related, "related recommended recommendation recommendations recommend trending popular mostread mostpopular readmore morefrom alsolike youmaylike outbrain taboola latest recent next previous prev upnext seealso similar suggested suggestions promo promos teaser teasers promoted more zergnet linklist tuijian xiangguan"),
        (Hint.Advertisement, "ad ads advert adverts advertisement advertising adslot adunit adcontainer adwrap dfp sponsor sponsored sponsorship banner affiliate doubleclick gpt googleads leaderboard skyscraper commercial guanggao"),
        (Hint.SignUp, "newsletter subscribe subscription signup signin login register registration optin mailchimp cta calltoaction form paywall donate donation membership member lead contactform"),
        (Hint.Overlay, "cookie cookies consent gdpr modal popup overlay dialog lightbox toast notice alert alerts notification announcement interstitial tooltip drawer offcanvas"),
        (Hint.Byline, "byline author authors authorbox bio biography writer contributor contributors dateline pubdate published timestamp date time datetime posted updated credits zuozhe avatar"),
        (Hint.Caption, "caption captions figcaption credit wpcaption gallery slideshow carousel slider imagecaption photocredit thumbnail thumb media image photo video player"),
        (Hint.Meta, "meta metadata tag tags taglist category categories postmeta entrymeta articlemeta info infobox keywords topics topic label labels badge kicker eyebrow rating ratings views stats tools toolbar actions print rss"),
        (Hint.Title, "title headline heading hed subtitle dek standfirst lede intro summary deck excerpt tagline"),
        (Hint.Card, "card cards tile tiles grid list listing items item product-card teaserlist feed archive loop swiper slick"),
        (Hint.Post, "message messages msg reply answer answers question thread posts postbit floor topicbody crawlerpost bbwrapper cooked"),
        (Hint.Product, "product price prices pricing specs specification specifications description sku buy cart shop features feature faq faqs testimonial testimonials review reviews hero"));

    /// <summary>All hints of an element itself.</summary>
    public static Hint Of(IElement element)
    {
        var hint = Hint.None;
        // One walk over its attributes, of which most elements have none: each asking by name searches them all
        foreach (var attribute in element.Attributes)
        {
            hint |= attribute.Name switch
            {
                "class" or "id" or "role" or "itemprop" or "data-component" or "data-testid" => attribute.Value is { Length: > 0 and < 600 } name ? OfName(name) : Hint.None,
                "hidden" => Hint.Hidden,
                "aria-hidden" => attribute.Value == "true" ? Hint.Hidden : Hint.None,
                "style" => HidesByStyle(attribute.Value) ? Hint.Hidden : Hint.None,
                _ => Hint.None,
            };
        }

        return hint;
    }

    // "td-post-content", "articleBody" and "entry_content" are split into words, and neighbours are tried together
    private static Hint OfName(string name)
    {
        var hint = Hint.None;
        Span<char> word = stackalloc char[64];
        Span<char> pair = stackalloc char[64];
        var pairLength = 0;
        var length = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            var letter = char.IsLetter(c);
            var newWord = letter && i > 0 && char.IsUpper(c) && char.IsLower(name[i - 1]);
            if ((!letter || newWord) && length > 0)
            {
                hint |= Look(word[..length]);
                if (pairLength > 0 && pairLength + length <= pair.Length)
                {
                    word[..length].CopyTo(pair[pairLength..]);
                    hint |= Look(pair[..(pairLength + length)]);
                }

                word[..length].CopyTo(pair);
                (pairLength, length) = (c is ' ' or '\t' or '\n' ? 0 : length, 0);
            }

            if (letter && length < word.Length)
            {
                word[length++] = char.ToLowerInvariant(c);
            }
        }

        return hint;
    }

    private static Hint Look(ReadOnlySpan<char> word)
    {
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(word, out var hint) ? hint : word.Length > 3 && word[^1] == 's' && lookup.TryGetValue(word[..^1], out hint) ? hint : Hint.None;
    }

    private static bool HidesByStyle(string style) => Squeeze(style) is var s && (s.Contains("display:none", StringComparison.Ordinal) || s.Contains("visibility:hidden", StringComparison.Ordinal));

    private static string Squeeze(string style) => style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static FrozenDictionary<string, Hint> Read(params (Hint Hint, string Words)[] lists)
    {
        var words = new Dictionary<string, Hint>(StringComparer.Ordinal);
        foreach (var (hint, list) in lists)
        {
            foreach (var word in list.Split(' '))
            {
                words[word] = words.GetValueOrDefault(word) | hint;
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
