using Microsoft.Playwright;

namespace Fraud.Browser.Tests;

/// <summary>Pages as people see them: light and dark, wide and phone, two languages.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string, bool, int, string> Looks()
    {
        var looks = new TheoryData<string, bool, int, string>();
        foreach (var page in new[] { "queue", "case", "check", "sources", "accounts", "signin" })
        {
            foreach (var dark in new[] { false, true })
            {
                looks.Add(page, dark, 1280, "en");
                looks.Add(page, dark, 390, "zh-CN");
            }
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_page_fits_its_width_and_loads_without_errors(string name, bool dark, int width, string language)
    {
        var page = await browser.OpenAsync(name == "case" ? "/queue" : "/" + name, width, 900, dark, language, signedIn: name is not "signin");
        List<string> errors = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        await PrepareAsync(page, name);
        Directory.CreateDirectory(Browser.Screenshots);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, $"{name}-{(dark ? "dark" : "light")}-{width}.png"), FullPage = name != "queue" });

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "the page is wider than its window");
        Assert.Empty(errors);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_case_is_decided_in_two_keystrokes_and_the_next_one_comes()
    {
        var page = await browser.OpenAsync("/queue");
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/cases/*");
        var first = page.Url;
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != first);

        Assert.Matches("/cases/[0-9]+$", page.Url);
        await page.GotoAsync(first);
        Assert.Contains("Confirmed", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_decision_and_its_undo_work_without_scripts()
    {
        var page = await browser.OpenAsync("/queue", scripts: false);
        await page.ClickAsync(".bar button.primary");
        await page.CheckAsync("input[value=NotFraud]");
        await page.SelectOptionAsync("select[name=reason]", "quoted");
        await page.ClickAsync("button[value=stay]");
        Assert.Contains("Not fraud", await page.InnerTextAsync("h1"), StringComparison.Ordinal);

        await page.FillAsync(".undo input", "wrong key");
        await page.ClickAsync(".undo button");
        Assert.Contains("Open", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Findings_stand_on_the_words_of_the_case()
    {
        var page = await browser.OpenAsync("/queue");
        await page.ClickAsync(".queue a.line");

        Assert.True(await page.Locator(".words mark").CountAsync() > 0, "no word is marked");
        Assert.True(await page.Locator(".findings li").CountAsync() > 0, "no finding is listed");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("en", 1280, "Rotate first")]
    [InlineData("zh-CN", 390, "先轮换")]
    public async Task A_case_of_a_key_says_what_it_opens_and_has_the_text_for_the_owner(string language, int width, string first)
    {
        var page = await browser.OpenAsync("/cases/1", width, language: language);
        for (var id = 2; await page.Locator(".leaked .owner").CountAsync() == 0; id++)
        {
            Assert.True((await page.GotoAsync($"{browser.Url}/cases/{id}"))!.Ok, "no case has a key");
        }

        await page.ClickAsync(".leaked summary");
        var text = await page.Locator(".leaked").InnerTextAsync();
        Assert.Contains(first, text, StringComparison.Ordinal);
        Assert.Contains("1. Rotate first", await page.InputValueAsync(".owner textarea[lang=en]"), StringComparison.Ordinal);
        Assert.Contains("1. 先轮换", await page.InputValueAsync(".owner textarea[lang=zh-CN]"), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "the page is wider than its window");
        Directory.CreateDirectory(Browser.Screenshots);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, $"key-case-{width}.png"), FullPage = true });
        await page.Context.CloseAsync();
    }

    private static async Task PrepareAsync(IPage page, string name)
    {
        if (name == "case")
        {
            await page.ClickAsync(".queue a.line");
        }
        else if (name == "check")
        {
            await page.FillAsync("textarea", "内部渠道的词元包，一亿 99 元，官方价三折，囤到年底翻几倍，保本回收。加微信 lucky_tk88，只剩 12 个名额，今晚截止！");
            await page.ClickAsync("main button.primary");
            await page.WaitForSelectorAsync(".verdict");
        }
    }
}
