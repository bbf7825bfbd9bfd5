using Fraud.Testing;
using Microsoft.Playwright;

namespace Fraud.Browser.Tests;

/// <summary>A finished demo and a headless Chromium on it, signed in.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly TempFolder _data = new();
    private DemoRun? _demo;
    private IPlaywright? _playwright;
    private IBrowser? _chromium;
    private string _session = "";

    /// <summary>Password chosen at first sign-in.</summary>
    public const string Password = "a password of the suite";

    /// <summary>Where the browser is; null when the machine has none.</summary>
    public static string? Chromium { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>Address of the console.</summary>
    public string Url => _demo!.Url;

    /// <summary>Where pictures go: artifacts/screenshots of the checkout.</summary>
    public static string Screenshots { get; } = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        _demo = DemoRun.Start(_data.Path, FraudProcess.FreePort(), FraudProcess.FreePort());
        await _demo.ReadyAsync();
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await SignInAsync(await _demo.PasswordAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }

        _data.Dispose();
    }

    /// <summary>A page of the signed-in administrator.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1280, int height = 900, bool dark = false, string language = "en", bool scripts = true, bool signedIn = true)
    {
        Assert.SkipWhen(Chromium is null, "no Chromium on this machine");
        var context = await _chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language,
            JavaScriptEnabled = scripts,
            StorageState = signedIn ? _session : null,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url + path);
        return page;
    }

    private async Task SignInAsync(string oneTime)
    {
        await using var context = await _chromium!.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url + "/signin");
        await page.FillAsync("input[name=name]", "admin");
        await page.FillAsync("input[name=password]", oneTime);
        await page.ClickAsync("main button.primary");
        await page.WaitForURLAsync("**/password");
        await page.FillAsync("input[name=old]", oneTime);
        await page.FillAsync("input[name=chosen]", Password);
        await page.FillAsync("input[name=again]", Password);
        await page.ClickAsync("main button.primary");
        await page.WaitForURLAsync("**/queue");
        _session = await context.StorageStateAsync();
    }
}
