package org.twinlease.console.view;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

import java.util.List;

/// A region painted on a canvas of its own size, in colours that style sheets give: `-tl-first`,
/// `-tl-second`, `-tl-third`, `-tl-fourth` for the series, `-tl-grid` and `-tl-ink` for what is
/// around them.
public abstract class CanvasRegion extends Region {

    private static final StyleablePropertyFactory<CanvasRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<CanvasRegion, Paint> FIRST =
            FACTORY.createPaintCssMetaData("-tl-first", r -> r.first, Color.GRAY, false);
    private static final CssMetaData<CanvasRegion, Paint> SECOND =
            FACTORY.createPaintCssMetaData("-tl-second", r -> r.second, Color.GRAY, false);
    private static final CssMetaData<CanvasRegion, Paint> THIRD =
            FACTORY.createPaintCssMetaData("-tl-third", r -> r.third, Color.GRAY, false);
    private static final CssMetaData<CanvasRegion, Paint> FOURTH =
            FACTORY.createPaintCssMetaData("-tl-fourth", r -> r.fourth, Color.GRAY, false);
    private static final CssMetaData<CanvasRegion, Paint> GRID =
            FACTORY.createPaintCssMetaData("-tl-grid", r -> r.grid, Color.GRAY, false);
    private static final CssMetaData<CanvasRegion, Paint> INK =
            FACTORY.createPaintCssMetaData("-tl-ink", r -> r.ink, Color.GRAY, false);

    private final Canvas canvas = new Canvas();
    private final StyleableProperty<Paint> first = new Repainting(FIRST, "first");
    private final StyleableProperty<Paint> second = new Repainting(SECOND, "second");
    private final StyleableProperty<Paint> third = new Repainting(THIRD, "third");
    private final StyleableProperty<Paint> fourth = new Repainting(FOURTH, "fourth");
    private final StyleableProperty<Paint> grid = new Repainting(GRID, "grid");
    private final StyleableProperty<Paint> ink = new Repainting(INK, "ink");

    // Nothing paints before the first layout, when every subclass is whole.
    @SuppressWarnings("this-escape")
    protected CanvasRegion() {
        getChildren().add(canvas);
        canvas.setManaged(false);
    }

    protected abstract void paint(GraphicsContext on, double width, double height);

    protected final Color first() {
        return (Color) first.getValue();
    }

    protected final Color second() {
        return (Color) second.getValue();
    }

    protected final Color third() {
        return (Color) third.getValue();
    }

    protected final Color fourth() {
        return (Color) fourth.getValue();
    }

    protected final Color grid() {
        return (Color) grid.getValue();
    }

    protected final Color ink() {
        return (Color) ink.getValue();
    }

    protected final void repaint() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) return;
        GraphicsContext on = canvas.getGraphicsContext2D();
        on.clearRect(0, 0, width, height);
        paint(on, width, height);
    }

    @Override
    protected final void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            repaint();
        }
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private final class Repainting extends javafx.css.SimpleStyleableObjectProperty<Paint> {
        Repainting(CssMetaData<CanvasRegion, Paint> of, String name) {
            super(of, CanvasRegion.this, name, Color.GRAY);
        }

        @Override
        protected void invalidated() {
            repaint();
        }
    }
}
