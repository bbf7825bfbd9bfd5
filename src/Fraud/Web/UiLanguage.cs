namespace Fraud.Web;

/// <summary>The language of a page: the visitor's choice, else the browser's wish, else English.</summary>
internal static class UiLanguage
{
    public const string Cookie = "fraud-language";

    public static string Of(HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue(Cookie, out var chosen) && chosen is "zh-CN" or "en")
        {
            return chosen!;
        }

        var wished = context.Request.GetTypedHeaders().AcceptLanguage;
        foreach (var language in wished.OrderByDescending(l => l.Quality ?? 1))
        {
            if (language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            {
                return "zh-CN";
            }

            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return "en";
            }
        }

        return "en";
    }
}
